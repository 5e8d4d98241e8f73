/** The API for programs, in the shape of Microsoft Graph: who may call what, what comes in, and how a refusal looks. */
package io.guestflow.graph;
