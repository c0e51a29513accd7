export const pairsCrumb = { href: '/mentorships', label: 'Пары' };
