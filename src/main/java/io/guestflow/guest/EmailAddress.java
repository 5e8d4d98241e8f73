package io.guestflow.guest;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address as it was typed (for delivery), which equals another address by {@link #key()} only.
 * The local part is a dot-atom of RFC 5322 section 3.2.3 with at most 64 octets, {@code +} included; the domain may be
 * internationalised (RFC 5891). Quoted local parts and address literals are refused, and so are domains with characters that
 * the standards of 2003 and 2008 read differently, because the letter could go to somebody else.
 */
public record EmailAddress(String value) {

    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern DOMAIN_AS_TYPED = Pattern.compile("[\\p{L}\\p{M}\\p{N}.\\-&&[^\\u00DF\\u03C2]]+");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_ADDRESS = 254;

    /**
     * @param typed the address; blanks around it are dropped, the characters are composed (NFC)
     * @throws IllegalArgumentException with a sentence for the person who typed it, if it is no deliverable address
     */
    public static EmailAddress of(String typed) {
        return read(typed).orElseThrow(() -> new IllegalArgumentException("This is not a mail address like name@example.org."));
    }

    /** As {@link #of}, for text that may well be no address. @return empty if it is no deliverable address */
    public static Optional<EmailAddress> read(String typed) {
        return Optional.of(new EmailAddress(Normalizer.normalize(typed == null ? "" : typed.strip(), Normalizer.Form.NFC)))
                .filter(EmailAddress::isDeliverable);
    }

    /** The one form in which addresses are compared: lower case, the domain in its ASCII form. */
    public String key() {
        return deliverable().toLowerCase(Locale.ROOT);
    }

    /** The form that mail servers understand: the local part as typed, the domain in its ASCII form. */
    public String deliverable() {
        return localPart() + "@" + IDN.toASCII(domain(), IDN.USE_STD3_ASCII_RULES);
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    private boolean isDeliverable() {
        int at = value.indexOf('@');
        if (at < 1 || at != value.lastIndexOf('@') || at > LONGEST_LOCAL_PART || value.length() > LONGEST_ADDRESS
                || !DOMAIN_AS_TYPED.matcher(domain()).matches()) {
            return false;
        }
        try {
            String ascii = deliverable();
            String domain = ascii.substring(ascii.indexOf('@') + 1);
            return LOCAL.matcher(localPart()).matches() && DOMAIN.matcher(domain).matches() && ascii.length() <= LONGEST_ADDRESS;
        } catch (IllegalArgumentException notAnInternationalDomain) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && key().equals(address.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
