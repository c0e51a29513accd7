import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { AudienceFields, type GroupOfStaff } from '../../../../ui/audience';
import { Conflict } from '../../../../ui/conflict';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../../ui/form';
import { Empty } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { Lede } from '../../../../ui/text';
import type { Edition, Wave } from '../../queries/waves';
import type { Audience, Candidate } from '../../rules/audience';
import { WaveFields } from './fields';

type Common = {
	view: View;
	values: Values;
	problems?: Problems;
	readers: readonly string[];
	editions: readonly Edition[];
	earlier: readonly Wave[];
};

const crumbs = [{ href: '/surveys', label: 'Анкеты' }];

/** A wave in one page: what, whom, how, until when. It is looked at once more before anybody is asked. */
export const NewWavePage = ({
	view,
	values,
	problems = {},
	staff,
	groups,
	chosen,
	...words
}: Common & { staff: readonly Candidate[]; groups: readonly GroupOfStaff[]; chosen: Audience }) => (
	<Page view={view} title="Новое анкетирование" crumbs={crumbs}>
		{words.editions.length === 0 ? (
			<Empty
				title="Сначала нужна анкета"
				icon="list"
				action={
					<LinkButton
						href={view.rooms.has('/surveys/questionnaires') ? '/surveys/questionnaires' : '/surveys'}
						kind="primary"
						icon="book"
					>
						Взять готовую анкету
					</LinkButton>
				}
			>
				<p>Возьмите готовую анкету или составьте свою и опубликуйте её: тогда по ней можно спрашивать.</p>
			</Empty>
		) : (
			<>
				<Lede>Сначала анкетирование готовится: вы увидите, кого спросят и не слишком ли часто. Откроете потом.</Lede>
				<form method="post" action="/surveys/waves">
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<WaveFields {...{ values, problems }} {...words} />
					<AudienceFields {...{ staff, groups, chosen, problems }} />
					<Buttons>
						<Button>Подготовить анкетирование</Button>
						<LinkButton href="/surveys" kind="quiet">
							Не сейчас
						</LinkButton>
					</Buttons>
				</form>
			</>
		)}
	</Page>
);

/** The same while nobody has been asked yet. */
export const EditWavePage = ({
	view,
	wave,
	values,
	problems = {},
	theirs,
	...words
}: Common & { wave: Wave; theirs?: Values | undefined }) => (
	<Page
		view={view}
		title={`Изменить: ${wave.title}`}
		crumbs={[...crumbs, { href: `/surveys/waves/${wave.id}`, label: wave.title }]}
	>
		{theirs && <Conflict mine={values} theirs={theirs} labels={{ title: 'Название', words: 'Слова' }} />}
		<form method="post" action={`/surveys/waves/${wave.id}`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="version" value={theirs?.version ?? values.version} />
			<WaveFields {...{ values, problems }} {...words} />
			<Buttons>
				<Button>Сохранить анкетирование</Button>
				<LinkButton href={`/surveys/waves/${wave.id}`} kind="quiet">
					Не менять
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);
