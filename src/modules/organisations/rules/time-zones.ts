/** Russia's eleven, from west to east; cities are named because nobody remembers offsets. */
export const timeZones = {
	'Europe/Kaliningrad': 'Калининград (МСК−1)',
	'Europe/Moscow': 'Москва, Санкт-Петербург, Казань, Краснодар (МСК)',
	'Europe/Samara': 'Самара, Саратов, Ижевск, Ульяновск (МСК+1)',
	'Asia/Yekaterinburg': 'Екатеринбург, Челябинск, Уфа, Тюмень (МСК+2)',
	'Asia/Omsk': 'Омск (МСК+3)',
	'Asia/Novosibirsk': 'Новосибирск, Красноярск, Томск, Барнаул (МСК+4)',
	'Asia/Irkutsk': 'Иркутск, Улан-Удэ (МСК+5)',
	'Asia/Yakutsk': 'Якутск, Чита, Благовещенск (МСК+6)',
	'Asia/Vladivostok': 'Владивосток, Хабаровск (МСК+7)',
	'Asia/Magadan': 'Магадан, Южно-Сахалинск (МСК+8)',
	'Asia/Kamchatka': 'Петропавловск-Камчатский, Анадырь (МСК+9)'
} as const;

export type TimeZone = keyof typeof timeZones;

export const isTimeZone = (text: string): text is TimeZone => text in timeZones;

/** The words for a zone; one that stands outside the list is shown by its own name. */
export const timeZoneText = (zone: string) => (isTimeZone(zone) ? timeZones[zone] : zone);
