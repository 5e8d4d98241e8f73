package io.guestflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Guestflow: guests are invited, accept, become active and leave, as the models in {@code bpmn/} say. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Guestflow {

    public static void main(String[] arguments) {
        SpringApplication.run(Guestflow.class, arguments);
    }
}
