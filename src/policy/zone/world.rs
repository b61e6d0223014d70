//! Zones and the beginnings of the numbers within them, everywhere but in North America.

/// Calling codes as ITU-T E.164 assigns them; areas as the national numbering plans give them to regions; compared with the zones of
/// libphonenumber's metadata (release 9.0.43), which names another zone where the tz database has since split or moved one.
#[rustfmt::skip]
pub const COUNTRIES: [(&str, &str); 259] = [
    // New area codes and toll-free numbers of North America.
    ("America/New_York America/Los_Angeles", "1"),
    // Russia: its mobiles may be anywhere, nearly all between these two.
    ("Europe/Moscow", "7"), ("Europe/Moscow Asia/Novosibirsk", "79"), ("Europe/Kaliningrad", "7401"),
    ("Europe/Samara", "7341 7846 7848"), ("Europe/Ulyanovsk", "7842"), ("Europe/Saratov", "7845"), ("Europe/Astrakhan", "7851"),
    ("Asia/Yekaterinburg", "7342 7343 7345 7346 7347 7349 7351 7352 7353"), ("Asia/Omsk", "7381"), ("Asia/Tomsk", "7382"),
    ("Asia/Novosibirsk", "7383"), ("Asia/Novokuznetsk", "7384"), ("Asia/Barnaul", "7385 7388"), ("Asia/Krasnoyarsk", "7390 7391 7394"),
    ("Asia/Irkutsk", "7301 7395"), ("Asia/Chita", "7302"), ("Asia/Yakutsk", "7411 7416"), ("Asia/Vladivostok", "7421 7423 7426"),
    ("Asia/Sakhalin", "7424"), ("Asia/Magadan", "7413"), ("Asia/Kamchatka", "7415"), ("Asia/Anadyr", "7427"),
    ("Asia/Almaty", "76 77"),
    // Australia.
    ("Australia/Sydney Australia/Perth", "61"), ("Australia/Sydney", "612"), ("Australia/Melbourne", "613"), ("Australia/Brisbane", "617"),
    ("Australia/Adelaide", "6187 6188"), ("Australia/Darwin", "61889"), ("Australia/Perth", "6185 6186 6189"),
    ("Indian/Christmas", "6189164"), ("Indian/Cocos", "6189162"), ("Pacific/Norfolk", "672"), ("Antarctica/Casey Australia/Hobart", "6721"),
    // Brazil.
    ("America/Sao_Paulo", "55"), ("America/Cuiaba", "5565 5566"), ("America/Campo_Grande", "5567"), ("America/Rio_Branco", "5568"),
    ("America/Porto_Velho", "5569"), ("America/Manaus", "5592 5597"), ("America/Boa_Vista", "5595"),
    // Mexico.
    ("America/Mexico_City", "52"), ("America/Tijuana", "52664 52686 52646 52661 52665 52658 52616"),
    ("America/Hermosillo", "52622 52623 52631 52632 52633 52634 52637 52638 52641 52642 52643 52644 52645 52647 52651 52653 52662"),
    ("America/Mazatlan", "52612 52613 52615 52624 52667 52668 52669 52672 52673 52687 52694 52695 52696 52697 52698 52311 52319 52323 52324 52325 52327 52389"),
    ("America/Ciudad_Juarez", "52656 52657"), ("America/Ojinaga", "52626"),
    // The border strip keeps the summer time of Texas.
    ("America/Matamoros", "52867 52868 52877 52878 52891 52894 52897 52899"), ("America/Cancun", "52983 52984 52987 52998"),
    // Indonesia, Congo, Kiribati, Micronesia, Spain, Portugal, Chile: mobiles may be in any of their zones.
    ("Asia/Jakarta Asia/Makassar", "62"), ("Asia/Jakarta", "6221 6222 6224 6231 6261"), ("Asia/Makassar", "62361 62411"), ("Asia/Jayapura", "629"),
    ("Africa/Kinshasa Africa/Lubumbashi", "243"), ("Pacific/Tarawa Pacific/Kiritimati", "686"), ("Pacific/Chuuk Pacific/Pohnpei", "691"),
    ("Europe/Madrid", "34"), ("Atlantic/Canary", "34822 34828 34922 34928"),
    ("Europe/Lisbon", "351"), ("Atlantic/Madeira", "351291"), ("Atlantic/Azores", "351292 351295 351296"),
    ("America/Santiago", "56"), ("Pacific/Easter", "5632210"), ("America/Guayaquil", "593"),
    // Africa.
    ("Africa/Cairo", "20"), ("Africa/Juba", "211"), ("Africa/Casablanca", "212"), ("Africa/Algiers", "213"), ("Africa/Tunis", "216"),
    ("Africa/Tripoli", "218"), ("Africa/Banjul", "220"), ("Africa/Dakar", "221"), ("Africa/Nouakchott", "222"), ("Africa/Bamako", "223"),
    ("Africa/Conakry", "224"), ("Africa/Abidjan", "225"), ("Africa/Ouagadougou", "226"), ("Africa/Niamey", "227"), ("Africa/Lome", "228"),
    ("Africa/Porto-Novo", "229"), ("Indian/Mauritius", "230"), ("Africa/Monrovia", "231"), ("Africa/Freetown", "232"), ("Africa/Accra", "233"),
    ("Africa/Lagos", "234"), ("Africa/Ndjamena", "235"), ("Africa/Bangui", "236"), ("Africa/Douala", "237"), ("Atlantic/Cape_Verde", "238"),
    ("Africa/Sao_Tome", "239"), ("Africa/Malabo", "240"), ("Africa/Libreville", "241"), ("Africa/Brazzaville", "242"), ("Africa/Luanda", "244"),
    ("Africa/Bissau", "245"), ("Indian/Chagos", "246"), ("Indian/Mahe", "248"), ("Africa/Khartoum", "249"), ("Africa/Kigali", "250"),
    ("Africa/Addis_Ababa", "251"), ("Africa/Mogadishu", "252"), ("Africa/Djibouti", "253"), ("Africa/Nairobi", "254"),
    ("Africa/Dar_es_Salaam", "255"), ("Africa/Kampala", "256"), ("Africa/Bujumbura", "257"), ("Africa/Maputo", "258"), ("Africa/Lusaka", "260"),
    ("Indian/Antananarivo", "261"), ("Indian/Reunion", "262"), ("Indian/Mayotte", "262269 262639"), ("Africa/Harare", "263"), ("Africa/Windhoek", "264"),
    ("Africa/Blantyre", "265"), ("Africa/Maseru", "266"), ("Africa/Gaborone", "267"), ("Africa/Mbabane", "268"), ("Indian/Comoro", "269"),
    ("Africa/Johannesburg", "27"), ("Atlantic/St_Helena", "247 290"), ("Africa/Asmara", "291"), ("America/Aruba", "297"), ("Atlantic/Faroe", "298"),
    ("America/Nuuk", "299"),
    // Europe.
    ("Europe/Athens", "30"), ("Europe/Amsterdam", "31"), ("Europe/Brussels", "32"), ("Europe/Paris", "33"), ("Europe/Gibraltar", "350"),
    ("Europe/Luxembourg", "352"), ("Europe/Dublin", "353"), ("Atlantic/Reykjavik", "354"), ("Europe/Tirane", "355"), ("Europe/Malta", "356"),
    ("Asia/Nicosia", "357"), ("Europe/Helsinki", "358"), ("Europe/Sofia", "359"), ("Europe/Budapest", "36"), ("Europe/Vilnius", "370"),
    ("Europe/Riga", "371"), ("Europe/Tallinn", "372"), ("Europe/Chisinau", "373"), ("Asia/Yerevan", "374"), ("Europe/Minsk", "375"),
    ("Europe/Andorra", "376"), ("Europe/Monaco", "377"), ("Europe/San_Marino", "378"), ("Europe/Vatican", "379"), ("Europe/Kyiv", "380"),
    ("Europe/Belgrade", "381"), ("Europe/Podgorica", "382"), ("Europe/Belgrade", "383"), ("Europe/Zagreb", "385"), ("Europe/Ljubljana", "386"),
    ("Europe/Sarajevo", "387"), ("Europe/Skopje", "389"), ("Europe/Rome", "39"), ("Europe/Bucharest", "40"), ("Europe/Zurich", "41"),
    ("Europe/Prague", "420"), ("Europe/Bratislava", "421"), ("Europe/Vaduz", "423"), ("Europe/Vienna", "43"), ("Europe/London", "44"),
    ("Europe/Copenhagen", "45"), ("Europe/Stockholm", "46"), ("Europe/Oslo", "47"), ("Europe/Warsaw", "48"), ("Europe/Berlin", "49"),
    // Central and South America.
    ("Atlantic/Stanley", "500"), ("America/Belize", "501"), ("America/Guatemala", "502"), ("America/El_Salvador", "503"),
    ("America/Tegucigalpa", "504"), ("America/Managua", "505"), ("America/Costa_Rica", "506"), ("America/Panama", "507"),
    ("America/Miquelon", "508"), ("America/Port-au-Prince", "509"), ("America/Lima", "51"), ("America/Havana", "53"),
    ("America/Argentina/Buenos_Aires", "54"), ("America/Bogota", "57"), ("America/Caracas", "58"), ("America/Guadeloupe", "590"),
    ("America/La_Paz", "591"), ("America/Guyana", "592"), ("America/Cayenne", "594"), ("America/Asuncion", "595"), ("America/Martinique", "596"),
    ("America/Paramaribo", "597"), ("America/Montevideo", "598"), ("America/Curacao", "599"),
    // Asia and the Pacific.
    ("Asia/Kuala_Lumpur", "60"), ("Asia/Manila", "63"), ("Pacific/Auckland", "64"), ("Asia/Singapore", "65"), ("Asia/Bangkok", "66"),
    ("Asia/Dili", "670"), ("Asia/Brunei", "673"), ("Pacific/Nauru", "674"), ("Pacific/Port_Moresby", "675"), ("Pacific/Tongatapu", "676"),
    ("Pacific/Guadalcanal", "677"), ("Pacific/Efate", "678"), ("Pacific/Fiji", "679"), ("Pacific/Palau", "680"), ("Pacific/Wallis", "681"),
    ("Pacific/Rarotonga", "682"), ("Pacific/Niue", "683"), ("Pacific/Apia", "685"), ("Pacific/Noumea", "687"), ("Pacific/Funafuti", "688"),
    ("Pacific/Tahiti", "689"), ("Pacific/Fakaofo", "690"), ("Pacific/Majuro", "692"), ("Asia/Tokyo", "81"), ("Asia/Seoul", "82"),
    ("Asia/Ho_Chi_Minh", "84"), ("Asia/Pyongyang", "850"), ("Asia/Hong_Kong", "852"), ("Asia/Macau", "853"), ("Asia/Phnom_Penh", "855"),
    ("Asia/Vientiane", "856"), ("Asia/Shanghai", "86"), ("Asia/Dhaka", "880"), ("Asia/Taipei", "886"), ("Europe/Istanbul", "90"),
    ("Asia/Kolkata", "91"), ("Asia/Karachi", "92"), ("Asia/Kabul", "93"), ("Asia/Colombo", "94"), ("Asia/Yangon", "95"), ("Indian/Maldives", "960"),
    ("Asia/Beirut", "961"), ("Asia/Amman", "962"), ("Asia/Damascus", "963"), ("Asia/Baghdad", "964"), ("Asia/Kuwait", "965"), ("Asia/Riyadh", "966"),
    ("Asia/Aden", "967"), ("Asia/Muscat", "968"), ("Asia/Gaza", "970"), ("Asia/Dubai", "971"), ("Asia/Jerusalem", "972"), ("Asia/Bahrain", "973"),
    ("Asia/Qatar", "974"), ("Asia/Thimphu", "975"), ("Asia/Ulaanbaatar", "976"), ("Asia/Hovd", "97614"), ("Asia/Kathmandu", "977"), ("Asia/Tehran", "98"),
    ("Asia/Dushanbe", "992"), ("Asia/Ashgabat", "993"), ("Asia/Baku", "994"), ("Asia/Tbilisi", "995"), ("Asia/Bishkek", "996"), ("Asia/Tashkent", "998"),
];
