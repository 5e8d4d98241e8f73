package io.guestflow.onboarding;

/**
 * A user task that waits.
 *
 * @param processDefinition to which its model and forms belong
 * @param element           id in the model
 */
record OpenTask(String id, String processDefinition, String element) {
}
