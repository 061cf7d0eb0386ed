// Loaded before Agents Playground, which listens on every address and has no option for it: an unauthenticated bot
// would be open to the whole office network. A server that names no host is bound to this machine alone.
const { Server } = require("node:net");
const listen = Server.prototype.listen;
Server.prototype.listen = function (...given) {
  return typeof given[0] === "number" ? listen.call(this, given[0], "127.0.0.1", ...given.slice(1)) : listen.apply(this, given);
};
