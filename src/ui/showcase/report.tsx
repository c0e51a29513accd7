import { LinkButton } from '../form';
import { Layout } from '../layout';
import { Share } from '../progress';
import { Bars, Figure, Figures, Finding, Fold } from '../report';
import { Note } from '../state';
import { Lede } from '../text';
import { frame } from './frame';

export const ReportPage = () => (
	<Layout
		title="Итоги полугодия"
		{...frame}
		current="/results"
		actions={
			<LinkButton href="/showcase/card" icon="printer">
				Распечатать
			</LinkButton>
		}
	>
		<Lede>За полугодие прошло 58 встреч; из 12 пар все договорились о целях, у трёх встречи редки.</Lede>
		<Figures>
			<Figure value={10} of={12} label="пар с утверждённой программой" href="/showcase/card" />
			<Figure value={58} label="встреч за полугодие" href="/showcase/card" note="в прошлом – 41" />
			<Figure value="8,7" label="средняя оценка педагогов" href="/showcase/card" note="ответили 21 из 24" />
		</Figures>
		<Finding
			title="С чем приходят чаще всего"
			sentence="Больше половины запросов – о дисциплине на уроке и о документах."
		>
			<Bars
				label="Запросы наставляемых"
				bars={[
					{ label: 'Дисциплина на уроке', value: 14 },
					{ label: 'Рабочая программа и журнал', value: 11 },
					{ label: 'Разговор с родителями', value: 6 },
					{ label: 'Подготовка к аттестации', value: 3, note: 'новое' }
				]}
			/>
			<Fold label="34 записи, из которых это сосчитано">
				<p>
					План выполнен: <Share value={18} max={28} label="Выполнено мероприятий" />
				</p>
			</Fold>
		</Finding>
		<Note tone="good" title="Договорённость выполнена">
			<p>Все наставники прошли обучение до 1 октября.</p>
		</Note>
		<Note tone="lost" title="Не отправлено">
			<p>
				Сервер РЦ не ответил. Отчёт сохранён, отправка повторится через час.{' '}
				<a href="/showcase/card">Отправить сейчас</a>
			</p>
		</Note>
		<Note title="Почему числа отличаются">
			<p>В статформе считаются пары на 1 октября, здесь – за всё полугодие.</p>
		</Note>
	</Layout>
);
