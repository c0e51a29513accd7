import { Steps } from '../../../ui/wizard';

/** The way of a roadmap into work. Before there is an import only the first step has an address. */
export const ImportSteps = ({ current, id }: { current: number; id?: string }) => {
	const at = (path: string) => id && `/roadmap/imports/${id}${path}`;
	return (
		<Steps
			label="Шаги загрузки"
			current={current}
			steps={[
				{ label: 'Файл' },
				{ label: 'Что понято', href: current > 1 ? at('') : undefined },
				{ label: 'Кто исполняет', href: current > 2 ? at('/people') : undefined },
				{ label: 'Принять к работе' }
			]}
		/>
	);
};

export const roadmapCrumb = { href: '/roadmap', label: 'Дорожная карта' };
export const importsCrumb = { href: '/roadmap/imports', label: 'Загрузки' };
