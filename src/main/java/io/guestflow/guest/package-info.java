/** What a guest and an invitation are, and every rule about them; it knows neither the engine, the web nor SQL. */
package io.guestflow.guest;
