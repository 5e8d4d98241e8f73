package io.guestflow.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;

/**
 * Reads what a session holds. What another version of the program has written may be unreadable: then it is not there, and whoever
 * comes signs in once more.
 */
class ReadableAttributes implements Converter<byte[], Object> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadableAttributes.class);

    private final DeserializingConverter reader = new DeserializingConverter(ReadableAttributes.class.getClassLoader());

    /** @return null for what cannot be read */
    @Override
    public Object convert(byte[] attribute) {
        try {
            return reader.convert(attribute);
        } catch (SerializationFailedException writtenByAnotherVersion) {
            LOG.info("Another version of Guestflow wrote a staff session that cannot be read; it counts as signed out.");
            return null;
        }
    }
}
