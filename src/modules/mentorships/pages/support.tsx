import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, ErrorSummary, FormToken, TextArea } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Day, Lede } from '../../../ui/text';
import type { SearchBelow, Waiting } from '../queries/search';

/** «Поддержка»: those who said that they want it while there is no mentor for them. */
export const SupportPage = ({ view, waiting }: { view: View; waiting: readonly Waiting[] }) => (
	<Page view={view} title="Поддержка" notice={view.saved === 'noted' && 'Записано'}>
		{waiting.length === 0 ? (
			<Empty title="Сейчас никто не просит поддержки" icon="help">
				<p>Здесь появятся те, кто остался без наставника и сам сказал, что поддержка нужна.</p>
			</Empty>
		) : (
			<Lede>
				Эти люди пока без наставника и согласились на вашу помощь. О чём вы говорите, программа не спрашивает.
			</Lede>
		)}
		{view.rooms.has('/pleas') && (
			<p>
				<a href="/pleas">Просьбы из пар</a>: о чём наставники и наставляемые пишут вам.
			</p>
		)}
		{waiting.map(({ personId, name, on, begun }) => (
			<Card title={name}>
				<p>
					{begun ? 'Работа идёт с' : 'Просит поддержки с'} <Day date={on} today={view.now.today} />.
				</p>
				<ActionForm
					action="/search-facts"
					label={begun ? 'Поддержка закончена' : 'Начать работу'}
					token={crypto.randomUUID()}
					kind={begun ? 'secondary' : 'primary'}
				>
					<input type="hidden" name="person" value={personId} />
					<input type="hidden" name="what" value={begun ? 'support-ended' : 'support-begun'} />
				</ActionForm>
			</Card>
		))}
	</Page>
);

type Exchange = { view: View; searches: readonly SearchBelow[]; asked?: string; values: Values; problems?: Problems };

/** «Обмен наставниками»: what schools below look for, without names. */
export const ExchangePage = ({ view, searches, asked, values, problems = {} }: Exchange) => (
	<Page view={view} title="Обмен наставниками" notice={view.saved === 'answered' && 'Ответ отправлен'}>
		{searches.length === 0 ? (
			<Empty title="Запросов нет" icon="repeat">
				<p>Когда школе не хватит наставника, её запрос появится здесь: что нужно, но не для кого.</p>
			</Empty>
		) : (
			<Lede>Что ищут школы. Имён здесь нет; ответ увидит только та, что спрашивала.</Lede>
		)}
		<ErrorSummary problems={problems} />
		{searches.map(({ id, name, subject, words, askedOn, answers }) => (
			<Card title={`${name}: ${subject}`}>
				<p>
					{words}{' '}
					<span class="quiet">
						С <Day date={askedOn} today={view.now.today} />.
					</span>
				</p>
				{answers.map((answer) => (
					<p>
						<strong>Ответили:</strong> {answer.words}
					</p>
				))}
				<form method="post" action={`/mentor-exchange/${id}/answers`}>
					<FormToken values={asked === id ? values : { token: crypto.randomUUID() }} />
					<TextArea
						name="words"
						label="Кто может помочь и как связаться"
						rows={2}
						maxlength={1000}
						values={asked === id ? values : {}}
						problems={asked === id ? problems : {}}
					/>
					<Button kind="secondary">Ответить школе</Button>
				</form>
			</Card>
		))}
	</Page>
);
