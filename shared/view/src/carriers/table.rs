//! The table: names as the carriers write them, the names and codes that shops
//! use (`WooCommerce` shipment tracking, Shopify, `AfterShip`), and tracking pages.

/// A carrier with a tracking page that opens on a number alone.
pub(super) struct Carrier {
    /// Its own name.
    pub(super) name: &'static str,
    /// The names that shops use: lower case, letters and digits only.
    pub(super) keys: &'static [&'static str],
    /// The words that may follow a key.
    pub(super) services: Services,
    /// The tracking page; `{}` stands for the number.
    pub(super) url: &'static str,
}

/// The words that may follow a carrier's name while it is still this carrier.
#[derive(Clone, Copy)]
pub(super) enum Services {
    /// Nothing.
    None,
    /// A service of its own, but not a country: that means another company.
    Own,
    /// A service or a country: there is one company, with one page.
    Worldwide,
}

/// A carrier with one page for all services, in all countries.
const fn worldwide(
    name: &'static str,
    keys: &'static [&'static str],
    url: &'static str,
) -> Carrier {
    Carrier {
        name,
        keys,
        services: Services::Worldwide,
        url,
    }
}

/// A carrier with one page for all services.
const fn all(name: &'static str, keys: &'static [&'static str], url: &'static str) -> Carrier {
    Carrier {
        name,
        keys,
        services: Services::Own,
        url,
    }
}

/// A carrier whose namesakes elsewhere have pages of their own: these keys and no others.
const fn only(name: &'static str, keys: &'static [&'static str], url: &'static str) -> Carrier {
    Carrier {
        name,
        keys,
        services: Services::None,
        url,
    }
}

/// Every carrier that we link to.
#[rustfmt::skip]
pub(super) const CARRIERS: &[Carrier] = &[
    // Worldwide
    worldwide("FedEx", &["fedex", "federalexpress"], "https://www.fedex.com/fedextrack/?trknbr={}"),
    worldwide("UPS", &["ups", "unitedparcelservice"], "https://www.ups.com/track?tracknum={}"),
    only("DHL", &["dhl", "dhlexpress", "dhlus", "dhlat", "dhlcz", "dhlse", "dhlsweden", "dhlworldwide", "dhlfreight"], "https://www.dhl.com/global-en/home/tracking.html?submit=1&tracking-id={}"),
    only("TNT", &["tnt", "tntexpress", "tntexpressconsignment", "tntuk"], "https://www.tnt.com/express/en_gb/site/shipping-tools/tracking.html?searchType=con&cons={}"),
    only("Aramex", &["aramex"], "https://www.aramex.com/us/en/track/results?mode=0&ShipmentNumber={}"),
    all("Asendia", &["asendia"], "https://track.asendia.com/track/{}"),
    all("Cainiao", &["cainiao", "aliexpress", "aliexpressstandardshipping"], "https://global.cainiao.com/detail.htm?mailNoList={}"),
    all("YunExpress", &["yunexpress", "yuntrack"], "https://www.yuntrack.com/parcelTracking?id={}"),
    all("Landmark Global", &["landmarkglobal"], "https://track.landmarkglobal.com/?search={}"),

    // North America
    all("USPS", &["usps", "unitedstatespostalservice"], "https://tools.usps.com/go/TrackConfirmAction?tLabels={}"),
    only("DHL eCommerce", &["dhlecommerce", "dhlecommerceus", "dhlecs"], "https://webtrack.dhlecs.com/orders?trackingNumber={}"),
    all("OnTrac", &["ontrac", "lasership", "lasershipontrac"], "https://www.ontrac.com/tracking/?number={}"),
    all("Canada Post", &["canadapost", "postescanada", "canadapostpostescanada"], "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={}"),
    all("Spee-Dee", &["speedee", "speedeedelivery"], "https://www.speedeedelivery.com/track/?tracking={}"),
    all("Purolator", &["purolator"], "https://www.purolator.com/en/shipping/tracker?pin={}"),

    // The British Isles
    all("Royal Mail", &["royalmail"], "https://www.royalmail.com/track-your-item#/tracking-results/{}"),
    all("Parcelforce", &["parcelforce"], "https://www.parcelforce.com/track-trace?trackNumber={}"),
    only("Evri", &["evri", "evrihermes", "hermesevri", "hermesuk", "hermesworld", "myhermes", "myhermesuk"], "https://www.evri.com/track/parcel/{}"),
    only("DPD UK", &["dpduk", "dpdcouk"], "https://track.dpd.co.uk/search?reference={}"),
    all("An Post", &["anpost"], "https://www.anpost.com/Post-Parcels/Track/History?item={}"),

    // The north
    all("PostNord", &["postnord", "postnorddanmark", "postnorddenmark", "postnorddk", "postnordsverige", "postnordsweden", "postnordse", "postnordnorge", "postnordnorway", "postnordno", "postnordsuomi", "postnordfinland", "postnordfi"], "https://tracking.postnord.com/en/?id={}"),
    all("Posten", &["posten", "postennorge", "postenno", "norwaypost", "postenbring", "postennorgebring"], "https://sporing.posten.no/sporing/{}"),
    all("Bring", &["bring", "bringse", "bringsverige", "bringdk", "bringdanmark", "bringno", "bringnorge"], "https://tracking.bring.com/tracking/{}"),
    all("Helthjem", &["helthjem"], "https://helthjem.no/sporing/{}"),
    only("DAO", &["dao", "dao365"], "https://www.dao.as/privat/find-din-pakke?stregkode={}"),
    all("Posti", &["posti", "itella"], "https://www.posti.fi/en/tracking/{}"),

    // Germany, Austria, Switzerland
    only("DHL Paket", &["dhlpaket", "dhlgermany", "dhlde", "dhlintraship", "dhlintrashipde", "dhldeutschland", "deutschepostdhl"], "https://www.dhl.de/en/privatkunden/dhl-sendungsverfolgung.html?piececode={}"),
    all("Deutsche Post", &["deutschepost", "deutschpost", "germanpost"], "https://www.deutschepost.de/de/s/sendungsverfolgung.html?piececode={}"),
    only("Hermes Germany", &["hermesde", "hermesgermany", "hermesversand"], "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation/#{}"),
    only("DPD", &["dpd", "dpdde", "dpdgermany", "dpddeutschland", "dpdat", "dpdnl", "dpdcz", "dpdromania"], "https://tracking.dpd.de/status/en_US/parcel/{}"),
    only("GLS", &["gls", "glseurope", "glsgroup", "glsde", "glsgermany", "glsdenmark", "glsdk", "glsnl", "glsaustria"], "https://gls-group.eu/EU/en/parcel-tracking?match={}"),
    all("Österreichische Post", &["österreichischepost", "osterreichischepost", "oesterreichischepost", "austrianpost", "austrianpostregistered", "postat"], "https://www.post.at/sv/sendungsdetails?snr={}"),
    all("Swiss Post", &["swisspost", "schweizerischepost", "postch", "diepost", "lapostesuisse"], "https://service.post.ch/ekp-web/ui/entry/search/{}"),

    // The Low Countries and France
    only("PostNL", &["postnl", "postnldomestic", "tntpost"], "https://postnl.nl/tracktrace/?B={}"),
    all("bpost", &["bpost", "belgiumpost"], "https://track.bpost.cloud/btr/web/#/search?itemCode={}"),
    only("La Poste", &["laposte", "colissimo", "lapostecolissimo", "laposteco", "lapostefrance"], "https://www.laposte.fr/outils/suivre-vos-envois?code={}"),
    only("Chronopost", &["chronopost", "chronopostfrance"], "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={}"),
    only("DPD France", &["dpdfrance", "dpdfr", "exapaq"], "https://trace.dpd.fr/fr/trace/{}"),
    all("Relais Colis", &["relaiscolis"], "https://www.relaiscolis.com/colis/suivre?tracking_number={}"),
    all("Mondial Relay", &["mondialrelay"], "https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition={}"),

    // The south
    only("Correos", &["correos", "correosspain", "correosdeespaña", "correosdeespana", "spaincorreoses", "correoses"], "https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number={}"),
    only("SEUR", &["seur", "spainseur", "seures"], "https://www.seur.com/miseur/mis-envios?tracking={}"),
    only("CTT", &["ctt", "portugalctt", "cttportugal", "cttcorreios"], "https://www.ctt.pt/feapl_2/app/open/objectSearch/objectSearch.jspx?objects={}"),
    all("Poste Italiane", &["posteitaliane", "italypost"], "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{}"),
    all("ELTA", &["elta", "eltacourier", "eltacouriergr", "hellenicpost"], "https://itemsearch.elta.gr/en-GB/Query/Direct/{}"),

    // The east
    all("Česká pošta", &["českápošta", "ceskaposta", "czechpost"], "https://www.postaonline.cz/trackandtrace/-/zasilka/cislo?parcelNumbers={}"),
    all("PPL", &["ppl", "pplcz"], "https://www.ppl.cz/vyhledat-zasilku?shipmentId={}"),
    all("Packeta", &["packeta", "zásilkovna", "zasilkovna", "packetazásilkovna", "packetazasilkovna"], "https://tracking.packeta.com/en/?id={}"),
    only("InPost", &["inpost", "inpostpaczkomaty", "inpostpl", "inpostpoland"], "https://inpost.pl/sledzenie-przesylek?number={}"),
    only("DPD Poland", &["dpdpl", "dpdpoland", "dpdpolska"], "https://tracktrace.dpd.com.pl/parcelDetails?p1={}"),
    all("Poczta Polska", &["pocztapolska", "polishpost", "polandpost"], "https://emonitoring.poczta-polska.pl/?numer={}"),
    all("Magyar Posta", &["magyarposta", "hungarianpost", "mpl"], "https://www.posta.hu/nyomkovetes/nyitooldal?searchvalue={}"),
    all("Nova Poshta", &["novaposhta", "novapost"], "https://novaposhta.ua/en/tracking/?cargo_number={}"),

    // Asia and the Pacific
    all("Australia Post", &["australiapost", "auspost", "eparcel"], "https://auspost.com.au/mypost/track/details/{}"),
    all("Sendle", &["sendle"], "https://track.sendle.com/tracking?ref={}"),
    all("NZ Post", &["nzpost", "newzealandpost"], "https://www.nzpost.co.nz/tools/tracking?trackid={}"),
    all("Japan Post", &["japanpost", "日本郵便"], "https://trackings.post.japanpost.jp/services/srv/search/direct?searchKind=S002&locale=en&reqCodeNo1={}"),
    all("Sagawa", &["sagawa", "sagawaexpress", "佐川急便"], "https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo={}"),
    all("4PX", &["4px", "fourpx", "4pxworldwideexpress"], "https://track.4px.com/#/result/0/{}"),
    all("Blue Dart", &["bluedart"], "https://www.bluedart.com/trackdartresultthirdparty?trackFor=0&trackNo={}"),
    all("Pos Malaysia", &["posmalaysia", "malaysiapost"], "https://tracking.pos.com.my/tracking/{}"),
];
