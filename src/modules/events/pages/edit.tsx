import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { Event } from '../queries/event';
import { eventTemplates } from '../rules/templates';
import { EventFields, type EventFieldsProps } from './fields';
import { eventsCrumb } from './words';

type New = EventFieldsProps & { template: string; activity: string };

/** A new event, from a blank or from a beginning in our words. */
export const NewEventPage = ({ template, activity, ...props }: New) => {
	const { view, values, problems } = props;
	const address = (code: string) =>
		`/events/new?${new URLSearchParams({ ...(code && { template: code }), ...(activity && { activity }) })}`;
	return (
		<Page view={view} title="Новое событие" crumbs={[eventsCrumb]}>
			<Lede>Возьмите готовое начало и поправьте под себя или заполните своё.</Lede>
			<Filters
				label="Начать с готового"
				filters={[
					{ href: address(''), label: 'своё', current: !template },
					...eventTemplates.map(({ code, name }) => ({ href: address(code), label: name, current: code === template }))
				]}
			/>
			<form method="post" action="/events">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="template" value={template} />
				<input type="hidden" name="activity" value={activity} />
				{values.legalAct && <input type="hidden" name="legalAct" value={values.legalAct} />}
				<EventFields {...props} />
				<Buttons>
					<Button name="announce" value="on">
						Сохранить и объявить
					</Button>
					<Button kind="secondary">Сохранить черновик</Button>
					<LinkButton href="/events" kind="quiet">
						Не сохранять
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

type Edit = EventFieldsProps & { event: Event; theirs?: Values | undefined };

/** Words, day and people of an event are changed. */
export const EditEventPage = ({ event, theirs, ...props }: Edit) => {
	const { view, values, problems } = props;
	return (
		<Page
			view={view}
			title="Изменить событие"
			crumbs={[eventsCrumb, { href: `/events/${event.id}`, label: event.title }]}
		>
			<Conflict theirs={theirs} mine={values} labels={labels} />
			<form method="post" action={`/events/${event.id}/words`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<EventFields {...props} />
				<Buttons>
					<Button>Сохранить изменения</Button>
					<LinkButton href={`/events/${event.id}`} kind="quiet">
						Не менять
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

const labels: Record<string, string> = {
	kind: 'Что это',
	title: 'О чём',
	heldOn: 'День',
	startsAt: 'Время',
	place: 'Где',
	link: 'Ссылка',
	agenda: 'Повестка',
	words: 'Что сказать',
	outside: 'Кто ещё',
	outsideCount: 'Сколько их'
};

/** What meetings and announcements are called here. */
export const KindsPage = ({
	view,
	number,
	values,
	problems = {}
}: {
	view: View;
	number: number;
	values: Values;
	problems?: Problems;
}) => (
	<Page
		view={view}
		title="Виды событий"
		crumbs={[eventsCrumb]}
		notice={view.saved ? 'Список видов сохранён' : undefined}
	>
		<Lede>
			{number === 0
				? 'Это список программы. Поправьте под себя: записанные события сохранят свои названия.'
				: `Редакция ${number}. Записанные события сохраняют прежние названия.`}
		</Lede>
		<form method="post" action="/events/kinds">
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="version" value={values.version} />
			<TextArea
				name="kinds"
				label="По одному виду в строке"
				hint="После точки с запятой – протокол чего («заседания педагогического совета») или слово «объявление», если никто не собирается."
				rows={16}
				maxlength={8000}
				{...{ values, problems }}
			/>
			<Buttons>
				<Button>Сохранить список</Button>
				<LinkButton href="/events" kind="quiet">
					Не менять
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);
