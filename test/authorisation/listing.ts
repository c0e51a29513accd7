import { allRoles, roleNames } from '../../src/core/actor';
import { acts } from '../../src/core/acts';
import type { Route, Who } from '../../src/http';

const whoText = (who: Who) => {
	if (who === 'anyone') return 'все';
	if (who === 'signed-in') return 'каждый, кто вошёл';
	return who.length === allRoles.length ? 'любая роль' : who.map((role) => roleNames[role]).join(', ');
};

/** docs/routes.md: every address with who may use it and what the journal will say, sorted by address. */
export function listing(routes: readonly Route[]) {
	const rows = [...routes]
		.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
		.map(
			({ method, path, who, journals }) =>
				`| ${method} | \`${path}\` | ${whoText(who)} | ${journals.map((act) => acts[act]).join('; ') || '—'} |`
		);
	return `# Адреса программы

Составлено по таблице адресов (\`src/route-table.ts\`): кто может открыть и что запишет журнал. Обновить:
\`npx vitest run --update --project routes test/authorisation/listing.spec.ts\`. Каждая строка проверяется обходом
(\`test/authorisation\`): посетитель, каждая роль, чужая организация, уровень выше.

| | адрес | кому | что запишет журнал |
|---|---|---|---|
${rows.join('\n')}
`;
}
