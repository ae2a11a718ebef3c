import { accountRecipes } from './accounts.ts'
import { aidRecipes } from './aid.ts'
import { charityRecipes } from './charity.ts'
import { careRecipes } from './care.ts'
import { childRecipes } from './children.ts'
import { dutyRecipes } from './duties.ts'
import { figureRecipes } from './figures.ts'
import { importRecipes } from './imports.ts'
import { ledgerBankRecipes } from './ledger-bank.ts'
import { ledgerRecipes } from './ledger.ts'
import { matchingRecipes } from './matching.ts'
import { noticeRecipes } from './notices.ts'
import { organizationRecipes } from './organization.ts'
import { phoneRecipes } from './phone.ts'
import { projectRecipes } from './projects.ts'
import { protectionRecipes } from './protection.ts'
import { referralRecipes } from './referrals.ts'
import { safeguardingRecipes } from './safeguarding.ts'
import type { Recipe } from './spot.ts'
import { volunteerRecipes } from './volunteers.ts'

/** Every kind of record that is arranged at every place. */
export const recipes: Record<string, Recipe> = {
  ...organizationRecipes, ...accountRecipes, ...figureRecipes, ...volunteerRecipes, ...childRecipes, ...careRecipes, ...noticeRecipes, ...importRecipes,
  ...safeguardingRecipes, ...referralRecipes, ...matchingRecipes, ...phoneRecipes, ...aidRecipes,
  ...protectionRecipes, ...ledgerRecipes, ...ledgerBankRecipes, ...charityRecipes, ...projectRecipes, ...dutyRecipes,
}

/** The recipe of a kind. */
export function recipeOf(kind: string): Recipe {
  const recipe = recipes[kind]
  if (recipe === undefined) throw new Error(`no recipe for ${kind}`)
  return recipe
}
