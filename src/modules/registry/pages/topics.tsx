import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, ErrorSummary, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';

/** The list that both sides choose from. */
export const TopicsPage = ({ view, values, problems = {} }: { view: View; values: Values; problems?: Problems }) => (
	<Page
		view={view}
		title="Направления"
		crumbs={[{ href: '/registry', label: 'Банки и запросы' }]}
		notice={view.saved ? 'Список сохранён' : undefined}
	>
		<Lede>
			Один список на двоих: чего не хватает наставляемому и чем может помочь наставник. По нему их сопоставляют.
		</Lede>
		<form method="post" action="/registry/topics">
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<TextArea
				name="topics"
				label="По одному направлению в строке"
				hint="Раздел кончается двоеточием: «Общение:». Убранное остаётся в запросах, где его уже отметили."
				rows={24}
				maxlength={20000}
				{...{ values, problems }}
			/>
			<div class="buttons">
				<Button>Сохранить список</Button>
				<LinkButton href="/registry" kind="quiet">
					Не менять
				</LinkButton>
			</div>
		</form>
	</Page>
);
