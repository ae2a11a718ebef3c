/** Who asks to reset whose password. */
export type PasswordHelp = {
  /** Unit code and kind of right of the helper. */
  helper: { unitCode: string; isOffice: boolean; isSecurityAdministrator: boolean }
  /** The person is one of the three administrators. */
  isForAdministrator: boolean
  /** Codes of the units at or above the person's home unit where somebody else works in the office. */
  officeUnitCodes: readonly string[]
}

/**
 * Whether the helper may reset the password: the office of the person's own unit, or of the nearest unit above that has one; where there is
 * none at all, the security administrator. Nobody resets an administrator's password: who knows it could do that administrator's work.
 */
export function mayGivePassword(help: PasswordHelp): boolean {
  if (help.isForAdministrator) return false
  const nearest = help.officeUnitCodes.toSorted((one, other) => other.length - one.length)[0]
  if (nearest === undefined) return help.helper.isSecurityAdministrator
  return help.helper.isOffice && help.helper.unitCode === nearest
}
