import type { View } from '../../core/view';
import { Button, Field } from '../../ui/form';
import { Page } from '../../ui/page';
import { counted, Lede } from '../../ui/text';
import type { Answers } from './queries/search';
import { mostOfEach, sections } from './rules';

type Props = { view: View; query: string; found: Answers };

/** One search over everything that the person may see. */
export const SearchPage = ({ view, query, found: { answers, shown } }: Props) => (
	<Page view={view} title="Поиск">
		<form method="get" action="/search" class="search-page">
			<Field name="q" label="Что найти" values={{ q: query }} maxlength={200} autocomplete="off" />
			<Button kind="secondary" icon="search">
				Найти
			</Button>
		</form>
		<Lede>{sentence(query, { answers, shown })}</Lede>
		{answers.map(({ section, found }) => (
			<section class="found">
				<h2>
					{sections[section]} <span class="count">{found.length === mostOfEach ? `${mostOfEach}+` : found.length}</span>
				</h2>
				<ul>
					{found.map(({ title, href, about }) => (
						<li>
							<a href={href}>{title}</a>
							{about && <span class="quiet"> – {about}</span>}
						</li>
					))}
				</ul>
			</section>
		))}
	</Page>
);

function sentence(query: string, { answers, shown }: Answers) {
	if (!query) return 'Напишите имя, мероприятие или слово из него: ищется всё, что вам доступно.';
	const all = answers.reduce((sum, { found }) => sum + found.length, 0);
	if (all === 0) return `По запросу «${query}» ничего не нашлось. Попробуйте одно слово или другую его форму.`;
	const findings = counted(all, ['находка', 'находки', 'находок']);
	if (shown) return `«${query}» нигде не написано. По запросу «${shown}» – ${findings}.`;
	return `По запросу «${query}» – ${findings}.`;
}
