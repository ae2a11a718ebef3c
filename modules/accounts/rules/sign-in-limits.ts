/** Sign-in limits: 6 failures lock for 30 minutes (the practice of GB/T 22239 level 3; see docs/decisions). */
export const signInLimits = { failures: 6, lockSeconds: 30 * 60, idleSeconds: 60 * 60, absoluteSeconds: 12 * 60 * 60 } as const

/** Whether a password is too simple: letters and digits are both wanted, and it differs from the name and the old one. */
export function isWeakPassword(password: string, known: { signInName?: string; oldPassword?: string }): boolean {
  const kinds = [/[a-zA-Z]/, /\d/].filter((kind) => kind.test(password)).length
  return password.length < 8 || kinds < 2 || password === known.oldPassword || password.toLowerCase() === known.signInName?.toLowerCase()
}
