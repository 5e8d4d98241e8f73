// Replaces Camunda's own file of this name.
export default {
  customScripts: ['scripts/guests.js']
};
