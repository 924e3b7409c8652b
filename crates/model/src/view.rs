//! What of the map is shown: its layers, and the part of it in view.

/// What can be switched on and off on the map.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Layer {
    /// Depth of partnership with NATO, as fill.
    Nato,
    /// Collective Security Treaty Organisation, as lines.
    Csto,
    /// Shanghai Cooperation Organisation, as dots.
    Sco,
    /// Northern Distribution Network.
    Ndn,
    /// The proposed gas pipeline.
    Tapi,
    /// Delegations of the EU.
    Eu,
}

impl Layer {
    /// All six, in the order of the legend.
    pub const ALL: [Self; 6] = [Self::Nato, Self::Csto, Self::Sco, Self::Ndn, Self::Tapi, Self::Eu];

    /// The word for it in addresses and stylesheets.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Nato => "nato",
            Self::Csto => "csto",
            Self::Sco => "sco",
            Self::Ndn => "ndn",
            Self::Tapi => "tapi",
            Self::Eu => "eu",
        }
    }
}

/// A set of layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layers(u8);

impl Default for Layers {
    fn default() -> Self {
        [Layer::Nato, Layer::Ndn, Layer::Tapi].into_iter().fold(Self(0), Self::toggled)
    }
}

impl Layers {
    /// Whether the layer is shown.
    pub fn has(self, layer: Layer) -> bool {
        self.0 & (1 << layer as u8) != 0
    }

    /// The same with one layer switched over.
    pub fn toggled(self, layer: Layer) -> Self {
        Self(self.0 ^ (1 << layer as u8))
    }

    /// The layers shown, by their words, parted by `separator`.
    pub fn join(self, separator: &str) -> String {
        let shown: Vec<_> =
            Layer::ALL.into_iter().filter(|&l| self.has(l)).map(Layer::slug).collect();
        shown.join(separator)
    }

    /// This layer alone.
    pub fn alone(layer: Layer) -> Self {
        Self(0).toggled(layer)
    }

    /// Reads what [`Layers::join`] writes with commas, or `none`. Unknown words are passed over; nothing
    /// at all is read where no word is known.
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<_> = text.split(',').collect();
        let named: Vec<_> = Layer::ALL.into_iter().filter(|l| words.contains(&l.slug())).collect();
        let known = !named.is_empty() || words.contains(&"none");
        known.then(|| named.into_iter().fold(Self(0), Self::toggled))
    }
}

/// A named part of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frame {
    /// The five and all that touches them.
    Region,
    /// The five alone.
    Five,
    /// The network from the Baltic and the Black Sea to Termez.
    Corridor,
    /// Turkmenistan to India.
    South,
}

impl Frame {
    /// All four, in the order of the buttons.
    pub const ALL: [Self; 4] = [Self::Region, Self::Five, Self::Corridor, Self::South];

    /// The word for it in addresses and stylesheets.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Five => "five",
            Self::Corridor => "corridor",
            Self::South => "south",
        }
    }

    /// The part with this word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.slug() == slug)
    }

    /// West, south, east and north edges in km from the map's centre.
    pub const fn bounds(self) -> (f64, f64, f64, f64) {
        match self {
            Self::Region => (-2150.0, -1330.0, 1750.0, 1270.0),
            Self::Five => (-1530.0, -1200.0, 1630.0, 1240.0),
            Self::Corridor => (-3330.0, -1470.0, 2370.0, 2330.0),
            Self::South => (-1450.0, -1800.0, 1700.0, 300.0),
        }
    }
}
