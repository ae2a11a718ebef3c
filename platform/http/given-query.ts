/**
 * An address without the parts of its query that give no value: `?unit=&q=李&after=` asks what `?q=李` asks. A form that is sent with fields left empty,
 * and a caller that names every parameter of a list, mean that none was given – not that the unit is called ''.
 */
export function givenQuery(address: string): string {
  const at = address.indexOf('?')
  if (at === -1) return address
  const given = address.slice(at + 1).split('&').filter((part) => part !== '' && !/^[^=]*=$/.test(part))
  return address.slice(0, at) + (given.length === 0 ? '' : `?${given.join('&')}`)
}
