/** The spine: the names of the models, one class for each service task, and the only writer to the engine. */
package io.guestflow.onboarding;
