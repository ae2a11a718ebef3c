/** The other page of the house, for phones: a page of its own, so that it is opened anew. */
export const phonePage = { href: '/m', permission: 'phone.enrol' } as const
