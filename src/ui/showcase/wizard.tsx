import { Card, Facts } from '../card';
import { Button } from '../form';
import { Layout } from '../layout';
import { Working } from '../progress';
import { Fold } from '../report';
import { Note } from '../state';
import { Lede } from '../text';
import { StepFoot, Steps } from '../wizard';
import { frame } from './frame';

export const WizardPage = () => (
	<Layout title="Что прочитано в файле" {...frame} current="/roadmap/new">
		<Steps
			current={2}
			steps={[
				{ label: 'Файл', href: '/showcase/card' },
				{ label: 'Годы плана', href: '/showcase/card' },
				{ label: 'Что прочитано' },
				{ label: 'Ответственные' },
				{ label: 'Принять план' }
			]}
		/>
		<Lede>28 мероприятий в 6 этапах; 6 ждут РЦ, в 2 местах программа не уверена.</Lede>
		<Note tone="warm" title="Два места стоит проверить">
			<p>
				В строке 12 срок «по мере поступления» прочитан как «по мере необходимости». В строке 19 нет ответственного.
			</p>
		</Note>
		<Card>
			<Facts
				facts={[
					['Название', 'Дорожная карта реализации целевой модели наставничества'],
					['Период', '1 сентября 2026 – 31 августа 2027'],
					['Организация', 'МБОУ «Сосновская СОШ»']
				]}
			/>
		</Card>
		<Fold label="Не вошло в план: 4 куска текста">
			<p>Гриф утверждения, подпись директора, два пустых заголовка.</p>
		</Fold>
		<Working
			what="Читаем «Дорожная карта 2026.docx»: таблица 2 из 3"
			value={2}
			max={3}
			running
			here="/showcase/wizard"
		/>
		<StepFoot onward={<Button>Дальше: ответственные</Button>} back="/showcase/form" later="/today" />
	</Layout>
);
