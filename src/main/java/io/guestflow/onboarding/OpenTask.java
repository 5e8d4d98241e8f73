package io.guestflow.onboarding;

/**
 * A user task that waits.
 *
 * @param processDefinition id of the definition, whose forms were deployed with it
 * @param element           id in the model
 */
record OpenTask(String id, String processDefinition, String element) {
}
