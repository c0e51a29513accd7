import type { Problems, Values } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import { Button, Buttons, Checkbox, ErrorSummary, Field, FormToken, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { Guest } from '../queries/guests';
import { pairsCrumb } from './crumb';

type Given = { values: Values; problems: Problems };

/** Where they work and how to reach them. */
const There = (given: Given) => (
	<>
		<Field
			name="worksAt"
			label="Где работает"
			hint="Организация, как её назвать в приказе"
			maxlength={300}
			{...given}
		/>
		<Field name="post" label="Должность там" maxlength={200} optional {...given} />
		<Field name="contact" label="Как связаться" hint="Телефон или почта" maxlength={200} {...given} />
	</>
);

type New = { view: View; mentee: string; values: Values; problems?: Problems };

/** A mentor of another organisation is written down: by whom they are found here, and no more than that. */
export const NewGuestPage = ({ view, mentee, values, problems = {} }: New) => {
	const given = { values, problems };
	return (
		<Page view={view} title="Наставник из другой организации" crumbs={[pairsCrumb]}>
			<Lede>
				Сотрудником он у вас не станет: в списке людей он отдельно. Его организация этой записи не увидит – договоритесь
				с ней и заключите соглашение о сетевом взаимодействии.
			</Lede>
			<form method="post" action="/mentorship-guests">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="mentee" value={mentee} />
				<Field name="familyName" label="Фамилия" maxlength={60} autocomplete="off" {...given} />
				<Field name="givenName" label="Имя" maxlength={60} autocomplete="off" {...given} />
				<Field name="patronymic" label="Отчество" maxlength={60} autocomplete="off" optional {...given} />
				<There {...given} />
				{problems.namesake && <Checkbox name="namesake" label="Это другой человек" {...given} />}
				<Buttons>
					<Button>Записать наставника</Button>
					<LinkButton href={mentee ? `/mentorships/new?mentee=${mentee}` : '/mentorships'} kind="quiet">
						Не записывать
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

type Change = { view: View; guest: Guest; values: Values; problems?: Problems; theirs?: Values | undefined };

/** What is known of a guest is put right. */
export const GuestPage = ({ view, guest, values, problems = {}, theirs }: Change) => (
	<Page
		view={view}
		title="Где работает и как связаться"
		crumbs={[pairsCrumb, { href: `/people/${guest.personId}`, label: fullName(guest) }]}
	>
		<Conflict
			{...{ theirs, mine: values }}
			labels={{ worksAt: 'Где работает', post: 'Должность там', contact: 'Как связаться' }}
		/>
		<form method="post" action={`/mentorship-guests/${guest.personId}`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="version" value={theirs?.version ?? values.version} />
			<There {...{ values, problems }} />
			<Buttons>
				<Button>Сохранить</Button>
				<LinkButton href={`/people/${guest.personId}`} kind="quiet">
					Не менять
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);
