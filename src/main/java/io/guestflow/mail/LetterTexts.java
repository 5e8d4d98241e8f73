package io.guestflow.mail;

import io.guestflow.guest.WrongSetting;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The words of letters: {@code templates/mail} and {@code messages/mail}. The engine is the letters' own, because the guest
 * pages' one is bound to a request and knows no plain text.
 */
@Component
class LetterTexts {

    private static final String MESSAGES = "messages/mail";

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final Locale fallback;

    LetterTexts(MailSettings settings) {
        this.fallback = settings.language();
        if (!isWritten(fallback.getLanguage())) {
            throw new WrongSetting("guestflow.mail.language", "must be a language that letters are written in");
        }
        messages.setBasename(MESSAGES);
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        templates.setTemplateEngineMessageSource(messages);
        templates.setEnableSpringELCompiler(true);
        templates.addTemplateResolver(resolver(TemplateMode.HTML, ".html", 1));
        templates.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt", 2));
    }

    /** The language itself if there are texts in it, or else the one for the staff. */
    Locale languageFor(Locale wanted) {
        return isWritten(wanted.getLanguage()) ? wanted : fallback;
    }

    Locale languageOfStaff() {
        return fallback;
    }

    String say(Locale language, String code, Object... arguments) {
        return messages.getMessage(code, arguments, language);
    }

    /** @throws Undelivered if a template or a message is wrong or missing */
    Sheet.Text write(String template, Locale language, Map<String, Object> facts) throws Undelivered {
        var context = new Context(language, facts);
        context.setVariable("language", language.toLanguageTag());
        try {
            return new Sheet.Text(templates.process("mail/" + template + ".html", context),
                    templates.process("mail/" + template + ".txt", context));
        } catch (TemplateEngineException | NoSuchMessageException wrong) {
            throw new Undelivered(new ServerAnswer(0, "The template mail/" + template + " is wrong: " + wrong.getMessage()));
        }
    }

    private static boolean isWritten(String language) {
        String suffix = language.equals(Locale.ENGLISH.getLanguage()) ? "" : "_" + language;
        return LetterTexts.class.getResource("/" + MESSAGES + suffix + ".properties") != null;
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String suffix, int order) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.getResolvablePatternSpec().addPattern("mail/*" + suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setOrder(order);
        return resolver;
    }
}
