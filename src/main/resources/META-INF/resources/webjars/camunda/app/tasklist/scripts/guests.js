/** A way from Tasklist to the directory of guests. */
export default {
  id: 'guests',
  pluginPoint: 'tasklist.navbar.action',
  // beside "Start process"
  priority: 200,
  render: node => {
    const link = document.createElement('a');
    link.href = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '') + '/guests';
    link.textContent = 'Guests';
    node.append(link);
  }
};
