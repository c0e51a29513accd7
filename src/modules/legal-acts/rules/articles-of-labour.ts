import { act, type KnownAct } from './known-act';

const article = (number: string, about: string): KnownAct =>
	act({
		code: `labour-code-${number}`,
		form: 'Кодекс',
		number: `ст. ${number}`,
		title: `Трудовой кодекс Российской Федерации, статья ${number} (${about})`,
		from: '2002-02-01',
		basis: `статьёй ${number} Трудового кодекса Российской Федерации`
	});

/** Articles that papers about pay, rewards and the union lean on. */
export const articlesOfLabour: readonly KnownAct[] = [
	article('44', 'изменение и дополнение коллективного договора'),
	article('135', 'установление заработной платы'),
	article('191', 'поощрения за труд'),
	article('372', 'учёт мнения профсоюза при принятии локальных актов')
];
