import type { Forms } from '../../../../ui/text';
import type { Plan } from '../../queries/plans';

export const changeForms: Forms = ['изменение', 'изменения', 'изменений'];

export const planCrumbs = (plan: Pick<Plan, 'id' | 'title'>) => [
	{ href: '/roadmap', label: 'Дорожная карта' },
	{ href: `/roadmap/${plan.id}`, label: plan.title }
];

export const editionsCrumb = (plan: Pick<Plan, 'id'>) => ({
	href: `/roadmap/${plan.id}/editions`,
	label: 'Утверждённые редакции'
});
