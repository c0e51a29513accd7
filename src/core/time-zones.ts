/** Russia's eleven, west to east, told by their cities: people know the city, not the zone. */
export const timeZones = {
	'Europe/Kaliningrad': 'МСК−1: Калининград',
	'Europe/Moscow': 'Москва, Санкт-Петербург, Казань, Ростов-на-Дону, Краснодар',
	'Europe/Samara': 'МСК+1: Самара, Саратов, Ижевск, Ульяновск, Астрахань',
	'Asia/Yekaterinburg': 'МСК+2: Екатеринбург, Челябинск, Уфа, Пермь, Тюмень, Ханты-Мансийск',
	'Asia/Omsk': 'МСК+3: Омск',
	'Asia/Krasnoyarsk': 'МСК+4: Красноярск, Новосибирск, Томск, Барнаул, Кемерово, Абакан',
	'Asia/Irkutsk': 'МСК+5: Иркутск, Улан-Удэ',
	'Asia/Yakutsk': 'МСК+6: Якутск, Чита, Благовещенск',
	'Asia/Vladivostok': 'МСК+7: Владивосток, Хабаровск, Биробиджан',
	'Asia/Magadan': 'МСК+8: Магадан, Южно-Сахалинск',
	'Asia/Kamchatka': 'МСК+9: Петропавловск-Камчатский, Анадырь'
} as const;

export type TimeZone = keyof typeof timeZones;
export const allTimeZones = Object.keys(timeZones) as TimeZone[];
