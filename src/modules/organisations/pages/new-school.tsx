import type { OrganisationKind } from '../../../core/actor';
import type { Problems, Values } from '../../../core/forms';
import { timeZones } from '../../../core/time-zones';
import type { View } from '../../../core/view';
import { Button, ErrorSummary, Field, FormToken, LinkButton, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { kindNames, kindsBelow } from '../rules/kinds';
import { OnePersonMode } from './edit-organisation';

type Parent = { id: string; kind: OrganisationKind; name: string };
type Props = { view: View; parents: readonly Parent[]; values: Values; problems?: Problems };

export const NewSchoolPage = ({ view, parents, values, problems = {} }: Props) => {
	const given = { values, problems };
	return (
		<Page view={view} title="Новая организация" crumbs={[{ href: '/schools', label: 'Школы' }]}>
			<Lede>Организация появится сразу, а её куратор получит приглашение и заполнит остальное.</Lede>
			<form method="post" action="/schools">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				{parents.length === 1 ? (
					<input type="hidden" name="parentId" value={parents[0]?.id} />
				) : (
					<Select
						name="parentId"
						label="Кому подчиняется"
						options={Object.fromEntries(parents.map(({ id, name }) => [id, name]))}
						{...given}
					/>
				)}
				<Select
					name="kind"
					label="Вид"
					options={Object.fromEntries(kindsBelow(view.actor.organisation.kind).map((kind) => [kind, kindNames[kind]]))}
					{...given}
				/>
				<Field name="name" label="Как называют" hint="Коротко: «Школа № 5»" maxlength={120} required {...given} />
				<Field name="fullName" label="Полное название" hint="По уставу" maxlength={400} required {...given} />
				<Select name="timeZone" label="Часовой пояс" options={timeZones} {...given} />
				<OnePersonMode {...given} />
				<h2>Кто начнёт работу</h2>
				<p class="quiet">
					Куратор школы, методист центра: получит приглашение и права администратора этой организации.
				</p>
				<Field name="familyName" label="Фамилия" maxlength={60} autocomplete="off" required {...given} />
				<Field name="givenName" label="Имя" maxlength={60} autocomplete="off" required {...given} />
				<Field name="patronymic" label="Отчество" maxlength={60} autocomplete="off" optional {...given} />
				<Field
					name="email"
					label="Электронная почта"
					type="email"
					maxlength={120}
					autocomplete="off"
					optional
					{...given}
				/>
				<div class="buttons">
					<Button>Добавить и выдать приглашение</Button>
					<LinkButton href="/schools" kind="quiet">
						Не добавлять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};
