/** Permissions in words, for the page that says who may do what. A permission without words shows its code. */
export const permissionNames: Readonly<Record<string, string>> = {
  'unit.read': '查看组织', 'unit.manage': '设立、变更、撤销单位', 'post.read': '查看班子与制度', 'post.manage': '登记班子、任期与制度',
  'account.read': '查看人员与账号', 'account.manage': '开设、停用、注销账号', 'grant.manage': '授权与收回授权', 'password.give': '为本单位人员重置密码',
  'right.delegate': '把自己的权限临时委托同事', 'audit.read': '查看审计记录', 'system.run': '维护系统运行',
}
