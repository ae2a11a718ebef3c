import { defineWords } from '#platform/ui/words.ts'

/** Words of the first page of an empty installation. */
export const words = defineWords({
  title: '初始设置', lead: '这里还没有数据。请三位管理员各用服务器上显示的激活码建立自己的账号，再由系统管理员选择城市。', activate: '激活管理员', activateLead: '激活码在服务器启动时显示，每个只能用一次。三位管理员必须是三个人。',
  code: '激活码', personName: '姓名', signInName: '用户名', password: '密码', passwordHint: '至少8位，同时使用字母和数字。', activated: '已激活', waiting: '待激活', city: '建立城市',
  cityLead: '由系统管理员选择城市，系统按国家统计局区划建立各级单位（约数秒）。', chosenCity: '城市', create: '建立', created: (name: string, units: number) =>
  `${name}已建立，共 ${units} 个单位。请登录。`, toSignIn: '去登录',
  roleActivated: (role: string) => `${role}已激活。`, needed: (label: string) => `请填写${label}`, waitingLink: '激活管理员账号', back: '返回登录',
}, {
  title: 'First set-up', lead: 'There is no data yet. The three administrators make their accounts with the codes printed at the server; '
    + 'then the system administrator chooses the city.', activate: 'Activate an administrator',
  activateLead: 'The codes are printed when the server starts; each counts once. The three are three people.',
  code: 'Activation code', personName: 'Name', signInName: 'Sign-in name', password: 'Password',
  passwordHint: 'At least 8 characters, letters and digits.', activated: 'activated', waiting: 'waiting', city: 'Make the city',
  cityLead: 'The system administrator chooses the city; its units are made from the official divisions in a few seconds.', chosenCity: 'City',
  create: 'Make', created: (name: string, units: number) => `${name} is there with ${units} units. Please sign in.`, toSignIn: 'Sign in',
  roleActivated: (role: string) => `${role} is activated.`, needed: (label: string) => `Please fill in: ${label}`,
  waitingLink: 'Activate an administrator', back: 'Back to sign-in',
})
