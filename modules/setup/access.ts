import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { checkFirstAdministrator } from '#modules/accounts/index.ts'
import { hasCity } from './queries/has-city.ts'

/** The city is chosen by the activated system administrator, by name and password: there is no city to sign in to yet. */
export async function mustBeFirstAdministrator(context: AnonymousContext, who: { signInName: string; password: string }): Promise<void> {
  if (await hasCity(context)) throw new Refusal('CITY_EXISTS')
  await checkFirstAdministrator(context, who)
}
