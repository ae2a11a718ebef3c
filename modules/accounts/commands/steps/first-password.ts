import { randomInt } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** Signs nobody confuses when reading them out: no 0 and O, no 1, l and I. */
const letters = 'abcdefghjkmnpqrstuvwxyz'
const digits = '23456789'

/** A password to hand over, in three groups of four that can be read out: kfhm-3728-tzpa. */
export function makeFirstPassword(): string {
  const pick = (signs: string) => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return [pick(letters), pick(digits), pick(letters)].join('-')
}

/** Gives an account a password that must be changed at the next sign-in and ends its sessions; the answer is shown once and kept nowhere. */
export async function giveFirstPassword({ tx }: Context, accountId: string): Promise<string> {
  const password = makeFirstPassword()
  const { rows } = await sql<{ given: boolean }>`select access.give_password(${accountId}::uuid, ${await hash(password)}) as given`.execute(tx)
  if (rows[0]?.given !== true) throw new Refusal('NOT_FOUND')
  return password
}
