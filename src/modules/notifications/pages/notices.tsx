import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Buttons, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { counted, Day, dayText, Lede } from '../../../ui/text';
import type { Notice } from '../queries/letters';
import { headingOf, sectionsOf } from './letter-text';

type Props = { view: View; notices: readonly Notice[] };

/** What has been written to one: the same as in the letters, for everybody. */
export const NoticesPage = ({ view, notices }: Props) => {
	const unread = notices.filter(({ readAt }) => !readAt).length;
	return (
		<Page
			view={view}
			title="Уведомления"
			notice={view.saved === 'read' && 'Отмечено прочитанным'}
			crumbs={[{ href: '/today', label: 'Сегодня' }]}
			actions={
				<LinkButton href="/my-letters" kind="quiet" icon="mail">
					Присылать на почту
				</LinkButton>
			}
		>
			{notices.length === 0 ? (
				<Empty title="Уведомлений пока нет" icon="sun">
					<p>
						В первый рабочий день недели здесь появится сводка: что предстоит, что просрочено, что сделано. Если сказать
						нечего, её не будет.
					</p>
				</Empty>
			) : (
				<Lede>
					{unread > 0
						? `${counted(unread, ['новое уведомление', 'новых уведомления', 'новых уведомлений'])}.`
						: 'Всё прочитано.'}
				</Lede>
			)}
			{unread > 0 && (
				<Buttons>
					<ActionForm
						action="/notices/reading"
						token={crypto.randomUUID()}
						label="Отметить прочитанным"
						icon="check"
						kind="primary"
					/>
				</Buttons>
			)}
			{notices.map((notice) => (
				<NoticeCard {...{ view, notice }} />
			))}
		</Page>
	);
};

const NoticeCard = ({ view: { now }, notice }: { view: View; notice: Notice }) => (
	<Card
		title={`${dayText(notice.madeOn, now.today)}: ${lower(headingOf(notice))}`}
		state={!notice.readAt && <Pill tone="accent">новое</Pill>}
	>
		{notice.kind === 'note' && (
			<>
				{notice.contents.lines.map((line) => (
					<p>{line}</p>
				))}
				<p>
					<a href={notice.contents.href}>{notice.contents.label}</a>
				</p>
			</>
		)}
		{sectionsOf(notice).map(({ title, part }) => (
			<>
				<h3>{title}</h3>
				<ul>
					{part.lines.map(({ title, href, day }) => (
						<li>
							{day && (
								<>
									<Day date={day} today={now.today} />
									{' – '}
								</>
							)}
							<a href={href}>{title}</a>
						</li>
					))}
					{part.more > 0 && <li>… и ещё {part.more}</li>}
				</ul>
			</>
		))}
	</Card>
);

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
