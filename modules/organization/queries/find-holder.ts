import { InvalidInput, type FieldIssue } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** Who takes a post may be an account or a volunteer of ours: one the actor can see, or it is refused beside the field. */
export async function mustBeKnownHolder(context: Context, holder: { accountId?: string | undefined; volunteerId?: string | undefined }): Promise<void> {
  const [isAccount, isVolunteer] = await Promise.all([
    holder.accountId === undefined || isVisibleAccount(context, holder.accountId),
    holder.volunteerId === undefined || isVisibleVolunteer(context, holder.volunteerId)])
  const issues: FieldIssue[] = [
    ...(isAccount ? [] : [{ path: ['accountId'], message: '没有找到这个账号，请重新选择。' }]),
    ...(isVolunteer ? [] : [{ path: ['volunteerId'], message: '没有找到这位五老，请重新选择。' }])]
  if (issues.length > 0) throw new InvalidInput(issues)
}

async function isVisibleVolunteer({ tx, actor }: Context, id: string): Promise<boolean> {
  const found = await tx.selectFrom('volunteers.publishedVolunteers').select('id').where('cityId', '=', actor.cityId).where('id', '=', id).executeTakeFirst()
  return found !== undefined
}

async function isVisibleAccount({ tx, actor }: Context, id: string): Promise<boolean> {
  const found = await tx.selectFrom('accounts.publishedAccounts').select('id').where('cityId', '=', actor.cityId).where('id', '=', id).executeTakeFirst()
  return found !== undefined
}
