/**
 * An environment without Volcengine's keys (`VOLC_…`): for every command that we start, as none of them needs the keys,
 * and some run the scripts of packages that they install.
 */
function withoutKeys(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^VOLC_/i.test(name)));
}

module.exports = { withoutKeys };
