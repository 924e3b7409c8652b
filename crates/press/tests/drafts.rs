//! Whatever an editor writes into an article: it is read as it stands, or its lines say what is wrong.

use model::Kind;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn paragraphs_come_back_as_they_were_written(
        texts in prop::collection::vec("[A-Z][a-zé’“”,;-]{0,9}( [a-zé’“”,;]{1,9}){0,6}\\.", 1..6),
    ) {
        let draft: String = texts
            .iter()
            .enumerate()
            .map(|(i, text)| format!("{}\n{{: #p-{i} lines=\"{}\"}}\n\n", text.replace(' ', "\n"), i + 1))
            .collect();
        let (passages, problems) = press::draft(&draft);
        prop_assert!(problems.is_empty(), "{}", problems);
        let expected: Vec<_> = texts
            .into_iter()
            .enumerate()
            .map(|(i, text)| (format!("p-{i}"), Kind::Paragraph, text))
            .collect();
        prop_assert_eq!(passages, expected);
    }

    #[test]
    fn anything_at_all_is_read_or_its_line_is_named(draft in r"([#>*_`<\[{:}\n =.0-9a-z“é-]|\n\n|\{: #a lines=.1.\}){0,60}") {
        let (passages, problems) = press::draft(&draft);
        let lines = draft.matches('\n').count() + 1;
        for problem in problems.iter() {
            prop_assert!((1..=lines).contains(&problem.line), "{}", problem);
        }
        for (id, _, text) in passages {
            prop_assert!(!id.is_empty());
            prop_assert!(!text.contains("  ") && !text.contains('\n'), "{}", text);
        }
    }
}
