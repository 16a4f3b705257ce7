//! Packs the language files, which every component carries: without their
//! comments, and in a third of the bytes.

use std::path::PathBuf;
use std::{env, fs, io};

use miniz_oxide::deflate::compress_to_vec;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=texts");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for language in fs::read_dir("texts")? {
        let language = language?;
        let folder = out.join(language.file_name());
        fs::create_dir_all(&folder)?;
        for file in fs::read_dir(language.path())? {
            let file = file?;
            let text = fs::read_to_string(file.path())?;
            let lines = text.split_inclusive('\n');
            let texts: String = lines.filter(|line| !line.starts_with('#')).collect();
            let packed = compress_to_vec(texts.as_bytes(), 9);
            fs::write(folder.join(file.file_name()), packed)?;
        }
    }
    Ok(())
}
