export default {
  customScripts: ['../guestflow/guestflow.js'],
  disableWelcomeMessage: true,
  links: [{label: 'Guests', href: '/guests', description: 'The directory: state, letters, memberships'}]
};
