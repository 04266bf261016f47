// SPDX-License-Identifier: MIT
// Judges PDF files with veraPDF's own rules: java Judge FLAVOUR[,FLAVOUR]... FILE...
//
// A flavour is ua1, 3a, 3b, ...  For each file and flavour one line: "PASS FLAVOUR FILE", or
// "FAIL FLAVOUR FILE" with lines behind it, two spaces in, one a broken rule: its clause, how often,
// what the first place is.  All in one virtual machine, since starting it costs more than judging.
// Exit status 0 when all passed, 1 when one failed, 2 when judging itself did not work.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Judge {
    static ValidationResult judge(String file, String id) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
        if (flavour == PDFAFlavour.NO_FLAVOUR)
            throw new IllegalArgumentException("no such flavour: " + id);
        try (InputStream in = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    static boolean report(String file, String id, ValidationResult result) {
        System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + id + " " + file);
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> firsts = new LinkedHashMap<>();
        for (TestAssertion a : result.getTestAssertions()) {
            if (a.getStatus() != TestAssertion.Status.FAILED)
                continue;
            String rule = a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber();
            counts.merge(rule, 1, Integer::sum);
            firsts.putIfAbsent(rule, a.getMessage().replaceAll("\\s+", " ") + " [" + a.getLocation().getContext() + "]");
        }
        for (String rule : counts.keySet())
            System.out.println("  " + rule + " x" + counts.get(rule) + ": " + firsts.get(rule));
        return result.isCompliant();
    }

    public static void main(String[] args) {
        LogManager.getLogManager().reset();
        java.util.logging.Logger.getLogger("").setLevel(Level.OFF);
        boolean ok = true;
        try {
            VeraGreenfieldFoundryProvider.initialise();
            for (int i = 1; i < args.length; i++)
                for (String id : args[0].split(","))
                    ok &= report(args[i], id, judge(args[i], id));
        } catch (Throwable trouble) {
            System.out.println("TROUBLE " + trouble);
            System.exit(2);
        }
        System.exit(ok ? 0 : 1);
    }
}
