import type { Role } from '../../../core/actor';

/** What an order appoints a person to, and the role of the program that comes with it, where there is one. */
export const appointments = {
	curator: { name: 'куратор', becomes: 'Станет куратором', role: 'curator' },
	responsible: { name: 'ответственный за внедрение', becomes: 'Отвечает за внедрение', role: null },
	group: { name: 'рабочая группа', becomes: 'Войдёт в рабочую группу', role: null },
	council: { name: 'совет наставников', becomes: 'Войдёт в совет наставников', role: null },
	commission: { name: 'комиссия по поощрению', becomes: 'Войдёт в комиссию по поощрению', role: 'commission' }
} as const satisfies Record<string, { name: string; becomes: string; role: Role | null }>;

export type Appointment = keyof typeof appointments;
export type Appointed = { id: string; to: Appointment };
