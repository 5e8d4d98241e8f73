export default {
  customScripts: ['../guestflow/guestflow.js'],
  disableWelcomeMessage: true
};
