import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Button, Buttons, ErrorSummary, Field, FormToken, LinkButton, TextArea } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Lede } from '../../../../ui/text';

export const crumbs = [
	{ href: '/surveys', label: 'Анкеты' },
	{ href: '/surveys/questionnaires', label: 'Наши анкеты' }
];

/** One's own questionnaire: from nothing, or from a text copied out of Word. */
export const NewQuestionnairePage = ({
	view,
	values,
	problems = {}
}: {
	view: View;
	values: Values;
	problems?: Problems;
}) => (
	<Page view={view} title="Своя анкета" crumbs={crumbs}>
		<Lede>Начните с пустой или вставьте готовый текст: вопросы и варианты программа разберёт сама.</Lede>
		<form method="post" action="/surveys/questionnaires">
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<Field name="title" label="Название" maxlength={200} {...{ values, problems }} />
			<TextArea
				name="text"
				label="Текст из Word"
				hint="Вопросы – с номерами, варианты – с буквами, тире или квадратиками, шкала – строкой «1 2 3 4 5». Дальше всё можно поправить."
				rows={12}
				optional
				{...{ values, problems }}
			/>
			<Buttons>
				<Button>Начать анкету</Button>
				<LinkButton href="/surveys/questionnaires" kind="quiet">
					К анкетам
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);
