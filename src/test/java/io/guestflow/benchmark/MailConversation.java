package io.guestflow.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One client's conversation with the mail server (RFC 5321), as far as letters need it. */
final class MailConversation {

    private final Socket client;
    private final MailServer.Reader reader;
    private String recipient = "";

    MailConversation(Socket client, MailServer.Reader reader) {
        this.client = client;
        this.reader = reader;
    }

    void lead() {
        try (client; var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            client.setTcpNoDelay(true);
            say("220 benchmark");
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                say(answer(command, in));
            }
        } catch (IOException gone) {
            // a client that hangs up has said what it wanted to say
        }
    }

    private String answer(String command, BufferedReader in) throws IOException {
        String verb = command.toUpperCase(Locale.ROOT);
        if (verb.startsWith("RCPT TO:")) {
            recipient = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
        } else if (verb.startsWith("DATA")) {
            say("354 go on");
            reader.read(recipient, letter(in));
        }
        return verb.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static String letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    private void say(String words) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
