import type { signIn as english } from "../en/signIn.ts";

/** 登录、注册与重新登录。 */
export const signIn: typeof english = {
  title: "登录",
  userName: "用户名",
  password: "密码",
  submit: "登录",
  submitting: "正在登录…",
  wrong: "用户名或密码错误。",
  noAccount: "还没有账号？",
  register: "注册账号",
  registerTitle: "注册账号",
  registerSubmit: "注册",
  haveAccount: "已有账号？",
  fullName: "姓名",
  email: "邮箱地址",
  repeatPassword: "再次输入密码",
  passwordRule: "8 至 128 个字符，须包含大写字母、小写字母和数字",
  passwordsDiffer: "两次输入的密码不一致",
  registered: "账号已创建，请登录。",
  expiredTitle: "会话已过期",
  expiredHint: "请重新登录以继续，已输入的内容不会丢失。",
  leave: "以其他用户登录",
  browsePublic: "浏览公开项目",
};
