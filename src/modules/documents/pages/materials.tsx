import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Filters, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { workingTemplates } from '../rules/library/working/kinds';
import { materials } from '../rules/packages';
import { packagesCrumb } from './package';
import { documentsCrumb } from './words';

type Props = { view: View; topic: string; chosen: readonly string[]; values: Values; problems?: Problems };

/** Memos and scripts by topic: choose, make, print. */
export const MaterialsPage = ({ view, topic, chosen, values, problems = {} }: Props) => {
	const topics = Object.keys(materials);
	return (
		<Page view={view} title="Памятки и сценарии" crumbs={[documentsCrumb, packagesCrumb]}>
			<Lede>
				Выберите, что раздать. Получится один файл для печати и архив; слова и имя куратора – ваши. Чтобы поправить
				текст, возьмите шаблон.
			</Lede>
			<Toolbar>
				<Filters
					label="Тема"
					filters={[
						{ href: '/documents/materials', label: 'все темы', current: topic === '' },
						...topics.map((one) => ({
							href: `/documents/materials?topic=${encodeURIComponent(one)}`,
							label: one,
							current: one === topic
						}))
					]}
				/>
			</Toolbar>
			<form method="post" action="/documents/packages">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="kind" value="materials" />
				{topics
					.filter((one) => topic === '' || one === topic)
					.map((one) => (
						<fieldset class="field">
							<legend>{one}</legend>
							{(materials[one] ?? []).map((code) => (
								<div class="choice">
									<input
										type="checkbox"
										id={code}
										name="code"
										value={code}
										checked={chosen.includes(code)}
										aria-describedby={`${code}-hint`}
									/>
									<label for={code}>{workingTemplates[code].title}</label>
									<p class="hint" id={`${code}-hint`}>
										<a href={`/documents/${code}/preview.docx`}>Посмотреть</a> ·{' '}
										<a href={`/documents/${code}`}>Поправить под себя</a>
									</p>
								</div>
							))}
						</fieldset>
					))}
				<Buttons>
					<Button icon="document">Собрать выбранное</Button>
					<LinkButton href="/documents/packages" kind="quiet">
						Ничего не надо
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};
