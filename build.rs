//! Compiles `content/` into the app, or stops with all that is wrong with it.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build.rs");
    let print = match press::print(Path::new("content")) {
        Ok(print) => print,
        Err(problems) => {
            for problem in problems.iter() {
                println!("cargo::error=content/{}", problem.to_string().replace('\n', " "));
            }
            return ExitCode::FAILURE;
        }
    };
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let write = |name: &str, bytes: postcard::Result<Vec<u8>>| {
        let bytes = bytes.expect("plain data always encodes");
        std::fs::write(Path::new(&out).join(name), bytes).expect("OUT_DIR can be written");
    };
    write("issue.bin", postcard::to_allocvec(&print.issue));
    write("chart.bin", postcard::to_allocvec(&print.chart));
    ExitCode::SUCCESS
}
