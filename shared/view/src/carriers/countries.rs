//! Countries, as they stand after carriers' names: their codes and names in
//! English and in their own languages, in lower case.

/// Tells whether the words name a country.
pub(super) fn names_country(words: &[String]) -> bool {
    let is_country =
        |word: &String| CODES.contains(&word.as_str()) || NAMES.contains(&word.as_str());
    let is_pair = |pair: &[String]| match pair {
        [first, second] => PAIRS.contains(&(first.as_str(), second.as_str())),
        _ => false,
    };
    words.iter().any(is_country) || words.windows(2).any(is_pair)
}

// Without the codes that are also a company's form, or a word.
#[rustfmt::skip]
const CODES: &[&str] = &[
    "ad", "ae", "af", "ai", "al", "ao", "aq", "ar", "at", "au", "aw", "ax",
    "az", "ba", "bb", "bd", "be", "bf", "bg", "bh", "bi", "bj", "bl", "bm", "bn", "bo", "bq",
    "br", "bs", "bt", "bw", "bz", "ca", "cc", "cd", "cf", "cg", "ch", "ci", "ck", "cl",
    "cm", "cn", "cr", "cu", "cv", "cw", "cx", "cy", "cz", "de", "dj", "dk", "dm",
    "dz", "ec", "ee", "eg", "es", "et", "fi", "fj", "fk", "fm", "fo", "fr", "ga", "gb", "gd",
    "ge", "gf", "gg", "gh", "gi", "gl", "gm", "gn", "gp", "gq", "gr", "gt", "gu", "gw", "gy",
    "hk", "hn", "hr", "ht", "hu", "id", "ie", "il", "im", "in", "io", "iq", "ir", "it",
    "je", "jm", "jo", "jp", "ke", "kh", "ki", "km", "kn", "kp", "kr", "kw", "ky", "kz",
    "la", "lb", "lc", "li", "lk", "lr", "ls", "lt", "lu", "lv", "ly", "ma", "mc", "md",
    "mf", "mg", "mh", "mk", "ml", "mm", "mn", "mo", "mp", "mq", "mr", "ms", "mt", "mu", "mv",
    "mw", "mx", "mz", "na", "nc", "ne", "nf", "ng", "ni", "nl", "no", "np", "nr", "nu",
    "nz", "om", "pa", "pe", "pf", "pg", "ph", "pk", "pl", "pm", "pn", "pr", "ps", "pt", "pw",
    "py", "qa", "re", "ro", "rs", "ru", "rw", "sb", "sd", "se", "sg", "sh", "si",
    "sk", "sl", "sm", "sn", "sr", "ss", "st", "sv", "sx", "sy", "sz", "tc", "td", "tg",
    "th", "tj", "tk", "tl", "tm", "tn", "tr", "tt", "tv", "tw", "tz", "ua", "ug", "uk",
    "us", "usa", "uy", "uz", "va", "vc", "ve", "vg", "vi", "vn", "vu", "wf", "ws", "ye", "yt",
    "za", "zm", "zw",
];

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "aland", "albania", "algeria", "america", "argentina", "armenia", "australia", "austria",
    "azerbaijan", "bahrain", "bangladesh", "belarus", "belgie", "belgique", "belgium", "belgië",
    "bolivia", "bosnia", "brasil", "brazil", "britain", "bulgaria", "cambodia", "canada",
    "cesko", "chile", "china", "colombia", "croatia", "cuba", "cyprus", "czech", "czechia",
    "danmark", "denmark", "deutschland", "dänemark", "ecuador", "eesti", "egypt", "england",
    "espagne", "espana", "españa", "estonia", "ethiopia", "finland", "france", "frankreich",
    "frankrike", "georgia", "germany", "ghana", "greece", "greenland", "guatemala", "honduras",
    "hongkong", "hrvatska", "hungary", "iceland", "india", "indonesia", "iran", "iraq",
    "ireland", "island", "israel", "italia", "italien", "italy", "jamaica", "japan", "jordan",
    "kazakhstan", "kenya", "korea", "kosovo", "kuwait", "latvia", "latvija", "lebanon",
    "liechtenstein", "lietuva", "lithuania", "luxembourg", "luxemburg", "macedonia",
    "magyarország", "malaysia", "malta", "mexico", "moldova", "monaco", "mongolia",
    "montenegro", "morocco", "méxico", "nederland", "nepal", "netherlands", "niederlande",
    "nigeria", "norge", "norvège", "norway", "norwegen", "oman", "osterreich", "pakistan",
    "panama", "paraguay", "peru", "philippines", "poland", "polen", "polska", "portugal",
    "qatar", "romania", "românia", "russia", "schweden", "schweiz", "scotland", "serbia",
    "singapore", "slovakia", "slovenia", "slovenija", "slovensko", "spain", "spanien", "srbija",
    "suisse", "suomi", "suède", "sverige", "svizzera", "sweden", "switzerland", "syria",
    "taiwan", "tanzania", "thailand", "tunisia", "turkey", "turkiye", "tyskland", "türkiye",
    "uae", "uganda", "ukraine", "uruguay", "uzbekistan", "venezuela", "vietnam", "wales",
    "yemen", "zambia", "zimbabwe", "åland", "éire", "ísland", "österreich", "česko",
];

const PAIRS: &[(&str, &str)] = &[
    ("new", "zealand"),
    ("south", "africa"),
    ("saudi", "arabia"),
    ("united", "states"),
    ("united", "kingdom"),
    ("hong", "kong"),
    ("sri", "lanka"),
    ("costa", "rica"),
    ("faroe", "islands"),
    ("great", "britain"),
    ("north", "america"),
    ("dominican", "republic"),
    ("puerto", "rico"),
];
