// Checks PDFs with veraPDF: java VeraCheck ua1,3a FILE... prints what failed; exit code 1 when a file does not conform.
import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean allGood = true;
    for (String name : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.fromString(name);
      for (int index = 1; index < arguments.length; index++) {
        allGood &= conforms(arguments[index], flavour);
      }
    }
    System.exit(allGood ? 0 : 1);
  }

  private static boolean conforms(String file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
      System.out.println(flavour + " " + (result.isCompliant() ? "passed" : "FAILED") + " " + result.getTotalAssertions());
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          System.out.println("  " + assertion.getRuleId().getClause() + " " + assertion.getMessage());
        }
      }
      return result.isCompliant();
    }
  }
}
